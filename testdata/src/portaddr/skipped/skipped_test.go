package main

import (
	"net/http"
	"testing"
)

func TestListen(t *testing.T) { http.ListenAndServe("8084", nil) }
