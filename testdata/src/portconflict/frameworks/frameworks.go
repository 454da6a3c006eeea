// Package main listens through frameworks.
package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func frameworks() {
	e := echo.New()
	go e.Start(":8081")
	r := gin.Default()
	r.Run(":8081") // want `port "8081" is that of \(\*echo.Echo\).Start at frameworks.go:13`
}

// Without an address gin takes PORT, and 8080 otherwise.
func byDefault() {
	go http.ListenAndServe(":8080", nil)
	r := gin.Default()
	r.Run() // want `port "8080" is that of http.ListenAndServe at frameworks.go:20`
}

func main() {
	go frameworks()
	byDefault()
}
