// Command response gets its settings from another service, which may have
// them from anywhere.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

type settings struct{ Port int }

func fetch(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func main() {
	data, err := fetch(os.Getenv("REGISTRY_ADDR"))
	if err != nil {
		panic(err)
	}
	var s settings
	if err := json.Unmarshal(data, &s); err != nil {
		panic(err)
	}
	http.ListenAndServe(fmt.Sprintf(":%d", s.Port), http.FileServer(http.Dir(".")))
}
