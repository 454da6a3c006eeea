// Package main reads numbers, and goes on or not where they are none.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
)

func main() {
	strict, err := read()
	if err != nil {
		log.Fatal(err)
	}
	port, err := strconv.Atoi(os.Getenv("FATAL_PORT"))
	if err != nil {
		log.Fatal(err)
	}
	log.Print(strict, port)
	log.Fatal(http.ListenAndServe(":"+strconv.Itoa(lenient()), nil))
}

func read() (int, error) {
	n, err := strconv.Atoi(os.Getenv("STRICT_PORT"))
	if err != nil {
		return 0, fmt.Errorf("STRICT_PORT: %w", err)
	}
	return n, nil
}

func lenient() int {
	n, err := strconv.Atoi(os.Getenv("LENIENT_PORT"))
	if err != nil {
		return 8080
	}
	return n
}
