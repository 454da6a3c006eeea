// Package main lets environment variables decide the port, with no fallback
// and no check.
package main

import (
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
)

func sum() {
	log.Fatal(http.ListenAndServe(":"+os.Getenv("APORT"), nil)) // want `environment variable "APORT" decides this port with no fallback and no check: when it is not set, http.ListenAndServe listens on a random port`
}

func whole() {
	http.ListenAndServe(os.Getenv("BADDR"), nil)            // want `environment variable "BADDR" decides this port with .*http.ListenAndServe listens on port "80"`
	http.ListenAndServeTLS(os.Getenv("CADDR"), "", "", nil) // want `"CADDR" decides .* listens on port "443"`
	net.Listen("tcp", os.Getenv("DADDR"))                   // want `"DADDR" decides .* net.Listen listens on a random port`
}

func variable() {
	port := os.Getenv("EPORT")
	log.Printf("listening on %s", port)
	slog.Info("listening", "port", port)
	addr := fmt.Sprintf(":%s", strings.TrimSpace(port))
	fmt.Println(addr)
	srv := http.Server{Addr: addr} // want `"EPORT" decides this port.*passed to \(\*http.Server\).ListenAndServe`
	srv.ListenAndServe()
}

func parsed() {
	port, _ := strconv.Atoi(os.Getenv("FPORT"))
	http.ListenAndServe(fmt.Sprintf("0.0.0.0:%d", port), nil) // want `"FPORT" decides`
}

func looked() {
	port, _ := os.LookupEnv("GPORT")
	http.ListenAndServe(net.JoinHostPort("", port), nil) // want `"GPORT" decides`
}

func getenv(key string) string { return os.Getenv(key) }

func viaHelper() {
	http.ListenAndServe(":"+getenv("HPORT"), nil) // want `"HPORT" decides`
}

func serve(port string) {
	http.ListenAndServe(":"+port, nil)
}

func viaParameter() {
	serve(os.Getenv("IPORT")) // want `"IPORT" decides this port .*passed to http.ListenAndServe at missing.go:53`
}

type config struct{ Port, Other string }

func load() *config {
	return &config{Port: os.Getenv("JPORT"), Other: os.Getenv("OTHER")} // want `"JPORT" decides`
}

func viaStruct() {
	cfg := load()
	if cfg.Other == "" {
		log.Fatal("OTHER is not set")
	}
	http.ListenAndServe(":"+cfg.Port, nil)
}

// An empty fallback is none.
func emptyFallback() {
	port := ""
	port = os.Getenv("KPORT")
	http.ListenAndServe(":"+port, nil) // want `"KPORT" decides`
}

// One variable, two branches: one finding.
func branches(tls bool) {
	port := os.Getenv("LPORT")
	if tls {
		http.ListenAndServeTLS(":"+port, "", "", nil) // want `"LPORT" decides`
		return
	}
	http.ListenAndServe(":"+port, nil)
}

func main() {
	branches(len(os.Args) > 1)
	sum()
	whole()
	variable()
	parsed()
	looked()
	viaHelper()
	viaParameter()
	viaStruct()
	emptyFallback()
}
