// Package main listens on several hosts.
package main

import (
	"net"
	"net/http"
	"os"
)

func overlapping() {
	go http.ListenAndServe("0.0.0.0:8080", nil)
	http.ListenAndServe("127.0.0.1:8080", nil) // want `port "8080" is that of`
}

func local() {
	go http.ListenAndServe("localhost:8081", nil)
	http.ListenAndServe("127.0.0.1:8081", nil) // want `port "8081" is that of`
}

func everywhere() {
	go http.ListenAndServe("[::]:8082", nil)
	http.ListenAndServe(os.Getenv("HOST")+":8082", nil) // want `port "8082" is that of`
}

func sameVariable() {
	go http.ListenAndServe(os.Getenv("HOST")+":8083", nil)
	http.ListenAndServe(os.Getenv("HOST")+":8083", nil) // want `port "8083" is that of`
}

func different() {
	go http.ListenAndServe("127.0.0.1:8084", nil)
	http.ListenAndServe("127.0.0.2:8084", nil)
}

func differentVariables() {
	go http.ListenAndServe(os.Getenv("A_HOST")+":8085", nil)
	http.ListenAndServe(os.Getenv("B_HOST")+":8085", nil)
}

func families() {
	go net.Listen("tcp4", "0.0.0.0:8086")
	go http.ListenAndServe("[::1]:8086", nil)
	go net.Listen("tcp4", ":8087")
	go net.Listen("tcp6", ":8087")
	go http.ListenAndServe("127.0.0.1:8088", nil)
	http.ListenAndServe("[::1]:8088", nil)
}

// Without a 4 or 6 in its network, 0.0.0.0 is all addresses of both families.
func dual() {
	go http.ListenAndServe("0.0.0.0:8089", nil)
	http.ListenAndServe("[::1]:8089", nil) // want `port "8089" is that of`
}

func main() {
	go dual()
	go overlapping()
	go local()
	go everywhere()
	go sameVariable()
	go different()
	go differentVariables()
	families()
}
