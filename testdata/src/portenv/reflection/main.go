// Package main fills its settings by reflection of its own: from where, nobody
// knows.
package main

import (
	"net/http"
	"reflect"
)

type settings struct {
	Addr string `default:":8080"`
}

func fill(v any) {
	e := reflect.ValueOf(v).Elem()
	for i := range e.NumField() {
		e.Field(i).SetString(e.Type().Field(i).Tag.Get("default"))
	}
}

func main() {
	var s settings
	fill(&s)
	http.ListenAndServe(s.Addr, http.FileServer(http.Dir(".")))
}
