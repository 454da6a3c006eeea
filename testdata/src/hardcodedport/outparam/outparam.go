// Package main hands addresses of variables and fields on.
package main

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
)

func main() {}

type config struct {
	Port int
	Addr string
}

func parseInt(dst *int, key string) error {
	n, err := strconv.Atoi(os.Getenv(key))
	if err != nil {
		return err
	}
	*dst = n
	return nil
}

func fill() {
	c := config{Port: 8080}
	parseInt(&c.Port, "PORT")
	http.ListenAndServe(fmt.Sprintf(":%d", c.Port), nil)
}

type settings struct{ addr string }

func (s *settings) override() {
	if v := os.Getenv("ADDR"); v != "" {
		s.addr = v
	}
}

func method() {
	s := &settings{addr: ":8080"}
	s.override()
	http.ListenAndServe(s.addr, nil)
}

func viaPointer() {
	addr := ":8080"
	p := &addr
	*p = os.Args[1]
	http.ListenAndServe(addr, nil)
}

type setter interface{ set(*string) }

func viaInterface(s setter) {
	addr := ":8080"
	s.set(&addr)
	http.ListenAndServe(addr, nil)
}

func viaFunc(parse func(*string)) {
	addr := ":8080"
	parse(&addr)
	http.ListenAndServe(addr, nil)
}

func viaMap() {
	addr := ":8080"
	targets := map[string]*string{"addr": &addr}
	for k, p := range targets {
		if v := os.Getenv(k); v != "" {
			*p = v
		}
	}
	http.ListenAndServe(addr, nil)
}

func viaScan() {
	port := 8080
	fmt.Sscan(os.Args[1], &port)
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

func validate(addr *string) error {
	if *addr == "" {
		return errors.New("no address")
	}
	return nil
}

// The callee only reads.
func readOnly() {
	addr := ":8501"
	if validate(&addr) != nil {
		return
	}
	http.ListenAndServe(addr, nil) // want `port "8501"`
}

// What is scanned is the text.
func viaText() {
	var port int
	fmt.Sscanf("8601", "%d", &port)
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil) // want `port "8601"`
}

func viaReader() {
	var port string
	fmt.Fscan(strings.NewReader(" 8602\n"), &port)
	http.ListenAndServe(":"+port, nil) // want `port "8602"`
}

func viaFormat() {
	var port int
	fmt.Sscanf("port=8603", "port=%d", &port)
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil) // want `port "8603"`
}

func viaEnv() {
	port := 8604
	fmt.Sscan(os.Getenv("PORT"), &port)
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

func viaTwo() {
	var host string
	var port int
	fmt.Sscan("localhost 8605", &host, &port)
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

func viaStdin() {
	port := 8606
	fmt.Scanln(&port)
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

func viaFile(f *os.File) {
	port := 8607
	fmt.Fscanf(f, "%d", &port)
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

type limits struct{ Addr string }

func (l *limits) check() bool { return len(l.Addr) > 0 }

func readOnlyMethod() {
	l := &limits{Addr: ":8502"} // want `port "8502"`
	if l.check() {
		http.ListenAndServe(l.Addr, nil)
	}
}

func literalOut(dst *string) { *dst = ":8503" }

// The callee is known, and writes a literal.
func writesLiteral() {
	addr := ":8504"
	literalOut(&addr)
	http.ListenAndServe(addr, nil) // want `port "8503" or "8504"`
}
