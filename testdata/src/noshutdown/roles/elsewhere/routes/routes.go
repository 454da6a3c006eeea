// Package routes has the API, which is what users come for.
package routes

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
)

func orders(http.ResponseWriter, *http.Request) {}

// Chi adds the API to a router of chi.
func Chi(r chi.Router) { r.Get("/api/orders", orders) }

// Gin adds the API to a router of gin.
func Gin(r gin.IRouter) { r.GET("/api/orders", gin.WrapF(orders)) }

// Gorilla adds the API to a router of gorilla.
func Gorilla(r *mux.Router) { r.HandleFunc("/api/orders", orders) }

// API is a server whose router its users see.
type API struct{ Router *http.ServeMux }

// Mount is what others register on.
type Mount interface {
	HandleFunc(string, func(http.ResponseWriter, *http.Request))
}

// Add adds the API.
func Add(m Mount) { m.HandleFunc("/api/orders", orders) }
