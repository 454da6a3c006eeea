package main

import "net/http"

func mocked() { http.ListenAndServe(":8080", nil) }
