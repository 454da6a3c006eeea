// Command odd has code that is seldom written.
package main

import (
	"flag"
	"net/http"
	"os"
)

type node struct {
	next *node
	addr string
}

func (n *node) find() string {
	if n.next == nil {
		return n.addr
	}
	return n.next.find()
}

func even(s string, n int) string {
	if n == 0 {
		return s
	}
	return odd(s, n-1)
}

func odd(s string, n int) string { return even(s, n-1) }

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	n := &node{addr: ":" + *port}
	n.next = n
	go http.ListenAndServe(n.find(), http.FileServer(http.Dir(".")))
	go http.ListenAndServe(even(":"+*port, len(os.Args)), http.FileServer(http.Dir(".")))
	var f func(int) string
	f = func(i int) string {
		if i > 0 {
			return f(i - 1)
		}
		return os.Getenv("PORT")
	}
	http.ListenAndServe(":"+f(3), http.FileServer(http.Dir(".")))
}
