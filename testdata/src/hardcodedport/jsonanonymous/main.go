// Package main decodes into a struct without a name.
package main

import (
	"encoding/json"
	"net/http"
)

func main() {}

func listen(b []byte) {
	var vc struct{ Addr string }
	vc.Addr = ":8080"
	json.Unmarshal(b, &vc)
	http.ListenAndServe(vc.Addr, nil)
}
