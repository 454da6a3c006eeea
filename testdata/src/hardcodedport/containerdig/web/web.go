// Package web serves on what it is provided with.
package web

import (
	"net/http"

	"hardcodedport/containerdig/config"
)

type Orders struct{ srv *http.Server }

func NewOrders(c *config.Orders) *Orders { return &Orders{&http.Server{Addr: c.Addr}} }

func (o *Orders) Run() error { return o.srv.ListenAndServe() }

type Stock struct{ srv *http.Server }

func NewStock(c *config.Stock) *Stock { return &Stock{&http.Server{Addr: c.Addr}} }

func (s *Stock) Run() error { return s.srv.ListenAndServe() }
