package main

import . "net/http"

func dot() {
	ListenAndServe("localhost:8103", nil) // want `host "localhost"`
}
