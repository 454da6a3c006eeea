// Package app starts the server of another package, about which there is nothing
// left to say.
package app

import (
	"net/http"
	"os"

	"noshutdown/threepackages/server"
)

// App has an API.
type App struct{ api *server.Server }

// New makes it.
func New() *App {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return &App{api: server.New(":"+os.Getenv("PORT"), mux)}
}

// Run waits for the end of the API.
func (a *App) Run() error { return <-a.api.Start() }
