// Package main drops the errors of frameworks.
package main

import (
	"log"
	"net"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"github.com/quic-go/quic-go/http3"
	"github.com/valyala/fasthttp"
	"google.golang.org/grpc"
)

func main() {
	r := gin.Default()
	go r.Run(os.Getenv("A")) // want `the error of \(\*gin.Engine\).Run is dropped`
	e := echo.New()
	go func() { e.Start(os.Getenv("B")) }() // want `the error of \(\*echo.Echo\).Start is dropped`
	go func() { e.Logger.Fatal(e.Start(os.Getenv("B"))) }()
	app := fiber.New()
	go app.Listen(os.Getenv("C")) // want `the error of \(\*fiber.App\).Listen is dropped`
	s := &fasthttp.Server{}
	_ = s.ListenAndServe(os.Getenv("D")) // want `the error of \(\*fasthttp.Server\).ListenAndServe is dropped`
	quic := &http3.Server{Addr: os.Getenv("E")}
	go quic.ListenAndServe()                  // want `the error of \(\*http3.Server\).ListenAndServe is dropped`
	l, _ := net.Listen("tcp", os.Getenv("F")) // want `the error of net.Listen is dropped`
	g := grpc.NewServer()
	go g.Serve(l)
	l2, err := net.Listen("tcp", os.Getenv("G"))
	if err != nil {
		log.Fatal(err)
	}
	go app.Listener(l2)
	r.Run() // want `is dropped`
}
