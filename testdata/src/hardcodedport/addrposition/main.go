// Package main gets its port from a variable of another package, through a field and a server's Addr.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"

	"hardcodedport/realistic2/conf"
)

type application struct {
	config conf.Config
	router *gin.Engine
}

func (app *application) serve() error {
	srv := &http.Server{
		Addr:    fmt.Sprintf(":%d", app.config.Port), // want `port "8601".*written at .*conf.go:\d+, passed to \(\*http.Server\).ListenAndServe`
		Handler: app.router,
	}
	return srv.ListenAndServe()
}

func main() {
	app := &application{config: conf.Default, router: gin.New()}
	log.Fatal(app.serve())
}
