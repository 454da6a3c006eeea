package main

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"os"
	"strconv"
)

var maybe = ":8150"

func setMaybe(s string) { maybe = s }

func init() {
	setMaybe(os.Args[1])
	unknownBeside(bufio.NewReader(os.Stdin))
	computed(len(os.Args))
	mapped(os.Args[2])
	received(make(chan string))
	parsed(os.Args)
}

// One unknown origin and the rule is silent.
func unknownBeside(in *bufio.Reader) {
	http.ListenAndServe(maybe, nil)
	addr := ":8151"
	if line, err := in.ReadString('\n'); err == nil {
		addr = line
	}
	http.ListenAndServe(addr, nil)
}

// The order of assignments does not matter.
func laterAssigned() {
	addr := ":8152"
	go func() { http.ListenAndServe(addr, nil) }()
	addr = os.Args[1]
}

func computed(shard int) {
	http.ListenAndServe(fmt.Sprintf(":%d", 8000+shard), nil)
	http.ListenAndServe(":"+strconv.Itoa(9000+os.Getpid()%100), nil)
	http.ListenAndServe(fmt.Sprintf(":80%02d", shard), nil)
}

func mapped(env string) {
	ports := map[string]string{"dev": ":8153"}
	ports[env] = env
	http.ListenAndServe(ports[env], nil)
}

func received(c chan string) {
	c <- ":8154"
	http.ListenAndServe(<-c, nil)
}

func parsed(args []string) {
	port := 8155
	if n, err := strconv.Atoi(args[0]); err == nil {
		port = n
	}
	net.Listen("tcp", fmt.Sprintf(":%d", port))
}
