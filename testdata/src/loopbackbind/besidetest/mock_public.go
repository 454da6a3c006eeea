package main

import "net/http"

func mock() { http.ListenAndServe(":8081", http.NotFoundHandler()) }
