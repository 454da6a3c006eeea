package main

import "net/http"

func testServer() { http.ListenAndServe(":8081", nil) }
