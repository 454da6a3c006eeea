// Command helper has a function that decodes answers of any type.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type settings struct{ Port int }

func get(url string, out any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	dec := json.NewDecoder(resp.Body)
	return dec.Decode(out)
}

func main() {
	var s settings
	if err := get(os.Getenv("REGISTRY_ADDR"), &s); err != nil {
		panic(err)
	}
	http.ListenAndServe(fmt.Sprintf(":%d", s.Port), http.FileServer(http.Dir(".")))
}
