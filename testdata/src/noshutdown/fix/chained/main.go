// Package main has a logger with chained calls.
package main

import "net/http"

type event struct{}

func (e *event) Err(error) *event { return e }
func (e *event) Msg(string)       { panic("fatal") }

type logger struct{}

func (logger) Fatal() *event { return new(event) }

var log logger

func main() {
	log.Fatal().Err(http.ListenAndServe(":8080", nil)).Msg("listen") // want "gives no handle"
}
