// Package main listens on the first port that is free.
package main

import (
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
)

func main() {
	port, err := free(9000, 20)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(fmt.Sprintf(":%d", port), nil))
}

func free(start, limit int) (int, error) {
	for i := start; i <= start+limit; i++ {
		l, err := net.Listen("tcp", fmt.Sprintf(":%d", i))
		if err != nil {
			continue
		}
		l.Close()
		return i, nil
	}
	return -1, errors.New("no port is free") // not a port that anybody listens on
}
