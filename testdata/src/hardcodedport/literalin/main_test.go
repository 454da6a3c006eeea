package main

import "testing"

func TestServe(t *testing.T) { go serve(":8103") }
