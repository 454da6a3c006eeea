// Command pointer has its port written through a pointer.
package main

import (
	"fmt"
	"net/http"
	"os"
	"strconv"
)

type config struct{ port int }

func parse(target *int, key string) {
	if n, err := strconv.Atoi(os.Getenv(key)); err == nil {
		*target = n
	}
}

func main() {
	cfg := config{port: 8080}
	parse(&cfg.port, "PORT")
	http.ListenAndServe(fmt.Sprintf(":%d", cfg.port), http.FileServer(http.Dir(".")))
}
