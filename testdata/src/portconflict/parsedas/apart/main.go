// Package main gives each server a setting of its own.
package main

import (
	"log"
	"net/http"

	"portconflict/parsedas/config"
)

func main() {
	cfg, err := config.Parse()
	if err != nil {
		log.Fatal(err)
	}
	ops := config.MustOps()
	go func() { log.Fatal(http.ListenAndServe(":"+cfg.Port, http.NotFoundHandler())) }()
	go func() { log.Fatal(http.ListenAndServe(":"+cfg.GRPCPort, http.NotFoundHandler())) }()
	log.Fatal(http.ListenAndServe(":"+ops.Pages, http.NotFoundHandler()))
}
