// Package client asks servers.
package client

import (
	"encoding/json"
	"net/http"

	"sigterm/typesonly/internal/server"
)

// Client asks a server.
type Client struct{ URL string }

// Next returns the next event.
func (c *Client) Next() (*server.Event, error) {
	resp, err := http.Get(c.URL)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	event := new(server.Event)
	return event, json.NewDecoder(resp.Body).Decode(event)
}

// Close says goodbye.
func (c *Client) Close() error {
	_, err := http.Post(c.URL, "", nil)
	return err
}
