// Package main has branches of which one is taken.
package main

import (
	"errors"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
)

var (
	tls  = flag.Bool("tls", false, "")
	mode = flag.String("mode", "", "")
	cert = flag.String("cert", "", "")
)

func ifElse() error {
	if *tls {
		return http.ListenAndServeTLS(":8080", "", "", nil)
	} else {
		return http.ListenAndServe(":8080", nil)
	}
}

func earlyReturn() error {
	if *tls {
		return http.ListenAndServeTLS(":8081", "", "", nil)
	}
	return http.ListenAndServe(":8081", nil)
}

func earlyFatal() {
	if *tls {
		log.Fatal(http.ListenAndServeTLS(":8082", "", "", nil))
	}
	log.Fatal(http.ListenAndServe(":8082", nil))
}

func inGoroutine() {
	srv := &http.Server{Addr: ":8083"}
	go func() {
		var err error
		if *cert != "" {
			err = srv.ListenAndServeTLS(*cert, "")
		} else {
			err = srv.ListenAndServe()
		}
		if !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	select {}
}

func cases() {
	switch *mode {
	case "http":
		go http.ListenAndServe(":8084", nil)
	case "grpc":
		go net.Listen("tcp", ":8084")
	default:
		go http.ListenAndServeTLS(":8084", "", "", nil)
	}
	select {}
}

// Two conditions of which one is the other's opposite.
func opposite() {
	if *tls {
		go http.ListenAndServeTLS(":8085", "", "", nil)
	}
	if !*tls {
		go http.ListenAndServe(":8085", nil)
	}
	select {}
}

func constants() {
	if *mode == "http" {
		go http.ListenAndServe(":8086", nil)
	}
	if *mode == "grpc" {
		go net.Listen("tcp", ":8086")
	}
	select {}
}

func plain()  { http.ListenAndServe(":8087", nil) }
func secure() { http.ListenAndServeTLS(":8087", "", "", nil) }

func throughFunctions() {
	if *tls {
		secure()
		return
	}
	plain()
}

func startPlain() {
	if *tls {
		return
	}
	go http.ListenAndServe(":8088", nil)
}

func startSecure() {
	if !*tls {
		return
	}
	go http.ListenAndServeTLS(":8088", "", "", nil)
}

func decideInside() {
	startPlain()
	startSecure()
	select {}
}

// TLS when there is a certificate, which the other knows to be missing.
func optionalTLS() {
	if *cert != "" {
		go http.ListenAndServeTLS(":8089", *cert, "", nil)
	}
	go http.ListenAndServe(":8089", nil)
	select {}
}

func asyncThenReturn() {
	if os.Getenv("WORKER") != "" {
		go http.ListenAndServe(":8090", nil)
		<-make(chan int)
		return
	}
	http.ListenAndServe(":8090", nil)
}

func afterError() {
	l, err := net.Listen("tcp", ":8091")
	if err != nil {
		l, err = net.Listen("tcp", "127.0.0.1:8091")
	}
	if err == nil {
		http.Serve(l, nil)
	}
}

func shortCircuit() bool {
	return http.ListenAndServe(":8092", nil) == nil || http.ListenAndServe(":8092", nil) == nil
}

func selected(a, b chan int) {
	select {
	case <-a:
		go http.ListenAndServe(":8093", nil)
	case <-b:
		go http.ListenAndServe(":8093", nil)
	}
}

func guardReturns() {
	if *mode == "proxy" {
		return
	}
	go http.ListenAndServe(":8094", nil)
	if *mode == "proxy" {
		go http.ListenAndServe(":8094", nil)
	}
	select {}
}

func main() {
	ifElse()
	earlyReturn()
	earlyFatal()
	inGoroutine()
	cases()
	opposite()
	constants()
	throughFunctions()
	decideInside()
	optionalTLS()
	asyncThenReturn()
	afterError()
	shortCircuit()
	selected(nil, nil)
	guardReturns()
}
