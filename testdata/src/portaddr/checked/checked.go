// Package main checks what the environment says, in all the ways there are.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
)

func compared() {
	port := os.Getenv("APORT")
	if port == "" {
		log.Fatal("APORT is not set")
	}
	http.ListenAndServe(":"+port, nil)
}

func comparedBehind() {
	addr := ":" + os.Getenv("BPORT")
	if addr == ":" {
		addr = ":8080"
	}
	http.ListenAndServe(addr, nil)
}

func comparedAndLeft() error {
	addr := ":" + os.Getenv("CPORT")
	if addr == ":" {
		return errors.New("no port")
	}
	return http.ListenAndServe(addr, nil)
}

func length() {
	port := os.Getenv("DPORT")
	if len(port) == 0 {
		panic("no port")
	}
	http.ListenAndServe(":"+port, nil)
}

func parsed() error {
	port, err := strconv.Atoi(os.Getenv("EPORT"))
	if err != nil {
		return err
	}
	return http.ListenAndServe(fmt.Sprintf(":%d", port), nil)
}

func lookedUp() {
	port, ok := os.LookupEnv("FPORT")
	if !ok {
		log.Fatal("no port")
	}
	http.ListenAndServe(":"+port, nil)
}

func setBefore() {
	if os.Getenv("GPORT") == "" {
		os.Setenv("GPORT", "8080")
	}
	http.ListenAndServe(":"+os.Getenv("GPORT"), nil)
}

func setOnly() {
	os.Setenv("HPORT", "8080")
	http.ListenAndServe(":"+os.Getenv("HPORT"), nil)
}

func mustGetenv(key string) string {
	v := os.Getenv(key)
	if v == "" {
		log.Fatalf("%s is not set", key)
	}
	return v
}

func must() {
	http.ListenAndServe(":"+mustGetenv("IPORT"), nil)
}

func fallback() {
	http.ListenAndServe(":"+cmp.Or(os.Getenv("JPORT"), "8080"), nil)
	http.ListenAndServe(cmp.Or(os.Getenv("JADDR"), ":8080"), nil)
}

// The default of a flag is more than the environment.
func flagDefault() {
	port := flag.String("port", os.Getenv("KPORT"), "")
	flag.Parse()
	http.ListenAndServe(":"+*port, nil)
}

func switched() {
	port := os.Getenv("LPORT")
	switch port {
	case "":
		port = "8080"
	}
	http.ListenAndServe(":"+port, nil)
}

type config struct {
	Port string
	Addr string `validate:"required"`
}

func (c *config) validate() error {
	if c.Port == "" {
		return errors.New("no port")
	}
	return nil
}

func inMethod() {
	cfg := &config{Port: os.Getenv("MPORT"), Addr: os.Getenv("MADDR")}
	if err := cfg.validate(); err != nil {
		log.Fatal(err)
	}
	http.ListenAndServe(":"+cfg.Port, nil)
	http.ListenAndServe(cfg.Addr, nil)
}

// Every name is looked up and compared: which, is in a list.
func list() {
	for _, name := range []string{"NPORT", "NHOST"} {
		if os.Getenv(name) == "" {
			log.Fatalf("%s is not set", name)
		}
	}
	http.ListenAndServe(net.JoinHostPort(os.Getenv("NHOST"), os.Getenv("NPORT")), nil)
}

func checkPort(p string) error {
	if p == "" {
		return errors.New("no port")
	}
	return nil
}

func inFunction() {
	port := os.Getenv("OPORT")
	if err := checkPort(port); err != nil {
		log.Fatal(err)
	}
	http.ListenAndServe(":"+port, nil)
}

func checkedOnce() {
	if os.Getenv("PPORT") == "" {
		log.Fatal("no port")
	}
	serveP()
}

func serveP() {
	http.ListenAndServe(":"+os.Getenv("PPORT"), nil)
}

func pointer() {
	port := os.Getenv("QPORT")
	ensure(&port)
	http.ListenAndServe(":"+port, nil)
}

func ensure(p *string) {
	if *p == "" {
		*p = "8080"
	}
}

func stored() {
	m := map[string]string{"port": os.Getenv("RPORT")}
	http.ListenAndServe(":"+m["port"], nil)
}

func injected(getenv func(string) string) {
	http.ListenAndServe(":"+getenv("SPORT"), nil) // want `environment variable "SPORT" decides this port with no fallback`
}

func main() {
	compared()
	comparedBehind()
	comparedAndLeft()
	length()
	parsed()
	lookedUp()
	setBefore()
	setOnly()
	must()
	fallback()
	flagDefault()
	switched()
	inMethod()
	list()
	inFunction()
	checkedOnce()
	pointer()
	stored()
	injected(os.Getenv)
}
