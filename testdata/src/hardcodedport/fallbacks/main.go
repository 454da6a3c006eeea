// Package main tries one address after the other.
package main

import (
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
)

// The last of a list takes any port that is free.
func list() {
	var ln net.Listener
	var err error
	for _, addr := range []string{":8901", ":8902", ":0"} {
		if ln, err = net.Listen("tcp", addr); err == nil {
			break
		}
	}
	http.Serve(ln, nil)
}

func first(addrs ...string) (net.Listener, error) {
	for _, addr := range addrs {
		if ln, err := net.Listen("tcp", addr); err == nil {
			return ln, nil
		}
	}
	return nil, errors.New("no port is free")
}

// A port that is taken is replaced by any.
func instead() {
	ln, err := net.Listen("tcp", ":8903")
	if err != nil {
		ln, err = net.Listen("tcp", ":0")
	}
	if err != nil {
		log.Fatal(err)
	}
	http.Serve(ln, nil)
}

func returned() (net.Listener, error) {
	if ln, err := net.Listen("tcp", ":8904"); err == nil {
		return ln, nil
	}
	return net.Listen("tcp", "localhost:0")
}

func left() (net.Listener, error) {
	ln, err := net.Listen("tcp", ":8905")
	if err == nil {
		return ln, nil
	}
	log.Print(err)
	return net.Listen("tcp", ":0")
}

// One of a range takes its place.
func ranged(low, high int) (net.Listener, error) {
	ln, err := net.Listen("tcp", ":8911")
	if err == nil {
		return ln, nil
	}
	for i := low; i < high; i++ {
		ln, err := net.Listen("tcp", fmt.Sprintf(":%d", i))
		if err == nil {
			return ln, nil
		}
	}
	return nil, err
}

// The last is a port like the others.
func none() {
	ln, err := net.Listen("tcp", ":8906") // want `port "8906" is hardcoded`
	if err != nil {
		ln, err = net.Listen("tcp", ":8907") // want `port "8907" is hardcoded`
	}
	if err != nil {
		log.Fatal(err)
	}
	http.Serve(ln, nil)
}

// The free port is for something else.
func beside() {
	ln, err := net.Listen("tcp", ":8908") // want `port "8908" is hardcoded`
	if err != nil {
		log.Fatal(err)
	}
	other, err := net.Listen("tcp", ":0")
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(other, nil)
	http.Serve(ln, nil)
}

func main() {
	list()
	if ln, err := first(":8909", ":8910", ":0"); err == nil {
		http.Serve(ln, nil)
	}
	instead()
	returned()
	ranged(8000, 10000)
	left()
	none()
	beside()
}
