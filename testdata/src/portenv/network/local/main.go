// Command local decodes an answer too, but its settings come from a file.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type settings struct{ Port int }

type order struct{ Port int }

func take(w http.ResponseWriter, r *http.Request) {
	var o order
	json.NewDecoder(r.Body).Decode(&o)
	fmt.Fprintln(w, o.Port)
}

func load(data []byte) (s settings, err error) {
	return s, json.NewDecoder(bytes.NewReader(data)).Decode(&s)
}

func main() {
	println(os.Getenv("DATABASE_ADDR"))
	data, err := os.ReadFile("settings.json")
	if err != nil {
		panic(err)
	}
	s, err := load(data)
	if err != nil {
		panic(err)
	}
	http.HandleFunc("/orders", take)
	http.ListenAndServe(fmt.Sprintf(":%d", s.Port), nil) // want "it comes from config"
}
