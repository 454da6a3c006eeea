// Package main sets a field by reflection.
package main

import (
	"net/http"
	"os"
	"reflect"
)

func main() {}

type reflected struct{ Addr string }

func set(v any, field, value string) { reflect.ValueOf(v).Elem().FieldByName(field).SetString(value) }

func byReflection() {
	r := reflected{Addr: ":8303"}
	set(&r, "Addr", os.Getenv("ADDR"))
	http.ListenAndServe(r.Addr, nil)
}
