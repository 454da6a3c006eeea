// Package config says where to listen.
package config

import (
	"cmp"
	"os"
)

type Orders struct{ Addr string }

func NewOrders() *Orders { return &Orders{Addr: ":8141"} }

type Stock struct{ Addr string }

func NewStock() *Stock { return &Stock{Addr: ":" + cmp.Or(os.Getenv("STOCK_PORT"), "8142")} }
