// Package main takes its port from PORT. Go-zero answers open requests before
// it ends.
package main

import (
	"log"
	"os"
	"strconv"

	"github.com/zeromicro/go-zero/rest"
)

func main() {
	port := 8888
	if s := os.Getenv("PORT"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			log.Fatal(err)
		}
		port = n
	}
	server := rest.MustNewServer(rest.RestConf{Host: "0.0.0.0", Port: port})
	defer server.Stop()
	server.Start()
}
