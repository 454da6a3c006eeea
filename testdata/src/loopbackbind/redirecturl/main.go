// Package main builds the URL that a login comes back to.
package main

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
)

func main() {
	port := 8085
	q := url.Values{"redirect_uri": {fmt.Sprintf("http://localhost:%d/done", port)}}
	fmt.Println("https://login.example.com/authorize?" + q.Encode())
	l, err := net.Listen("tcp", fmt.Sprintf("localhost:%d", port))
	if err != nil {
		return
	}
	http.Serve(l, nil)
}
