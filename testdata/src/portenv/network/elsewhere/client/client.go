// Package client asks other services.
package client

import (
	"encoding/json"
	"net/http"
)

// Get decodes what the service at url answers.
func Get(url string, out any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}
