// Package main stops the servers of frameworks.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"

	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"google.golang.org/grpc"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want `only SIGINT`
	app := fiber.New()
	go func() {
		<-quit
		_ = app.Shutdown()
	}()
	log.Print(app.Listen(os.Getenv("ADDR")))
	withEcho()
	withGRPC()
}

func withEcho() {
	e := echo.New()
	go func() { log.Print(e.Start(os.Getenv("ADDR"))) }()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt) // want `only SIGINT`
	defer stop()
	<-ctx.Done()
	_ = e.Shutdown(context.Background())
}

func withGRPC() {
	s := grpc.NewServer()
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Print(s.Serve(l)) }()
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want `only SIGINT`
	<-c
	s.GracefulStop()
}
