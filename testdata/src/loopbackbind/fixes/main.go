// Which findings have a fix, and how it looks. The golden file tells.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
)

const (
	shownHost = "127.0.0.1"
	usedHost  = "127.0.0.2"
	wholeAddr = "127.0.0.3:8081"
)

func main() {
	log.Print("listening on ", shownHost)
	http.ListenAndServe(shownHost+":"+os.Getenv("PORT"), nil)                  // want `host "127.0.0.1"`
	http.ListenAndServe(wholeAddr, nil)                                        // want `host "127.0.0.3"`
	http.ListenAndServe("localhost"+":"+os.Getenv("PORT"), nil)                // want `host "localhost"`
	http.ListenAndServe("localhost" /* why? */ +":"+os.Getenv("PORT"), nil)    // want `host "localhost"`
	http.ListenAndServe("[::1]:"+os.Getenv("PORT"), nil)                       // want `host "::1"`
	net.ListenTCP("tcp", &net.TCPAddr{Port: 8082, IP: net.IPv4(127, 0, 0, 1)}) // want `host "127.0.0.1"`
}

func locals() {
	addr := "localhost:8083"
	fmt.Println("http://" + addr)
	http.ListenAndServe(addr, nil) // want `host "localhost"`
}

// No fix: something else depends on the host, or may.
func others() {
	http.ListenAndServe(usedHost+":8084", nil) // want `host "127.0.0.2"`
	remember(usedHost)
	addr := "127.0.0.4:8085"
	remember(addr)
	http.ListenAndServe(addr, nil) // want `host "127.0.0.4"`
	serve("127.0.0.5:8086")        // want `host "127.0.0.5"`
	s := server{host: "127.0.0.6"} // want `host "127.0.0.6"`
	http.ListenAndServe(s.host+":8087", nil)
	http.ListenAndServe("127.0.0.\x37:8088", nil) // want `host "127.0.0.7"`
}

type server struct{ host string }

func serve(addr string) { http.ListenAndServe(addr, nil) }

func remember(string) {}
