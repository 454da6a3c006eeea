// Package main is a service as gin's users write them: middleware, groups, the
// engine's own Handler in an http.Server, and the graceful stop of gin's
// examples.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	router := gin.Default()
	router.Use(func(c *gin.Context) { c.Header("X-Frame-Options", "DENY"); c.Next() })
	router.GET("/ping", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"message": "pong"}) })
	v1 := router.Group("/v1", gin.BasicAuth(gin.Accounts{"user": "secret"}))
	{
		v1.POST("/login", func(c *gin.Context) { c.Status(http.StatusOK) })
		v1.GET("/users/:name/*action", func(c *gin.Context) { c.String(http.StatusOK, c.Param("action")) })
	}

	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	srv := &http.Server{Addr: ":" + port, Handler: router.Handler()}
	go func() {
		if err := srv.ListenAndServe(); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatalf("listen: %s\n", err)
		}
	}()

	<-ctx.Done()
	stop()
	drain, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		log.Fatal("forced to stop: ", err)
	}
}
