// Package main starts the servers of frameworks on loopback.
package main

import (
	"net"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"google.golang.org/grpc"
	"google.golang.org/grpc/test/bufconn"
)

func main() {
	gin.Default().Run("localhost:8101")                 // want `host "localhost"`
	gin.Default().Run("127.0.0.1:" + os.Getenv("PORT")) // want `host "127.0.0.1"`
	echo.New().Start("localhost:8102")                  // want `host "localhost"`
	fiber.New().Listen("127.0.0.1:8103")                // want `host "127.0.0.1"`
	l, err := net.Listen("tcp", "localhost:8104")       // want `host "localhost"`
	if err != nil {
		return
	}
	grpc.NewServer().Serve(l)
	grpc.NewServer().Serve(bufconn.Listen(1024))
}
