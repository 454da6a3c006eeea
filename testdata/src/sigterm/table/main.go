// Command table ends on SIGINT, and sends other signals to a process by name.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
)

var byName = map[string]os.Signal{"SIGTERM": syscall.SIGTERM, "SIGHUP": syscall.SIGHUP}

var names = map[syscall.Signal]string{syscall.SIGTERM: "SIGTERM"}

func main() {
	srv := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: http.HandlerFunc(send)}
	go srv.ListenAndServe()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want `not SIGTERM`
	<-c
	srv.Shutdown(context.Background())
}

func send(w http.ResponseWriter, r *http.Request) {
	pid, err := strconv.Atoi(r.FormValue("pid"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	p, err := os.FindProcess(pid)
	if err != nil || p.Signal(byName[r.FormValue("signal")]) != nil {
		http.Error(w, "no such process or signal, as "+names[syscall.SIGTERM], http.StatusBadRequest)
	}
}
