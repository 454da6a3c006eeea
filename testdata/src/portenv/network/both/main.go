// Command both reads its settings from a file and lets its users change them.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type settings struct{ Port int }

var current settings

func change(w http.ResponseWriter, r *http.Request) {
	json.NewDecoder(r.Body).Decode(&current)
}

func main() {
	println(os.Getenv("DATABASE_ADDR"))
	data, err := os.ReadFile("settings.json")
	if err != nil {
		panic(err)
	}
	if err := json.Unmarshal(data, &current); err != nil {
		panic(err)
	}
	http.HandleFunc("/settings", change)
	http.ListenAndServe(fmt.Sprintf(":%d", current.Port), nil)
}
