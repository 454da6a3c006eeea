// Package main reads numbers, and goes on or not where they are none, and
// asks whether a text is an URL.
package main

import (
	"fmt"
	"log"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strconv"
	"strings"
)

var digits = regexp.MustCompile("^[0-9]+$")

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
	log.Print(linked("LINK_PORT"), os.Getenv("PLAIN_PORT"))
	if u, err := url.Parse(os.Getenv("URL_PORT")); err == nil && u.Host != "" || !digits.MatchString(os.Getenv("DIGITS_PORT")) {
		log.Print(u)
	}
	log.Fatal(http.ListenAndServe(":"+strconv.Itoa(lenient()), nil))
}

// linked is the value of a variable that is no link of Kubernetes.
func linked(name string) string {
	if v := os.Getenv(name); !strings.Contains(v, "://") && !strings.HasSuffix(os.Getenv("SUFFIX_PORT"), "/") {
		return v
	}
	return ""
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
