// Package main tries again, or looks for a free port.
package main

import (
	"net"
	"net/http"
	"time"
)

func retry() net.Listener {
	for {
		l, err := net.Listen("tcp", ":8080")
		if err == nil {
			return l
		}
		time.Sleep(time.Second)
	}
}

func retryOther() {
	l, err := net.Listen("tcp", ":8081")
	for err != nil {
		l, err = net.Listen("tcp", ":8081")
	}
	http.Serve(l, nil)
}

func again() {
	for range 3 {
		go http.ListenAndServe(":8082", nil)
	}
	go http.ListenAndServe(":8082", nil)
	select {}
}

func free() bool {
	l, err := net.Listen("tcp", ":8083")
	if err != nil {
		return false
	}
	l.Close()
	return true
}

func probed() {
	if free() {
		http.ListenAndServe(":8083", nil)
	}
}

func probedFirst() {
	free()
	go http.ListenAndServe(":8083", nil)
	select {}
}

func main() {
	retry()
	retryOther()
	again()
	probed()
	probedFirst()
}
