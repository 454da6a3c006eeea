// Command labels prints the label of a parcel.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-chi/chi/v5"

	"example.com/parcels/internal/httpserver"
)

// settings are what the people who look after the printers can change.
type settings struct {
	Listen  string `json:"listen"`
	Printer string `json:"printer"`
}

func main() {
	cfg, err := load("labels.json")
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	r := chi.NewRouter()
	r.Get("/labels/{number}", cfg.label)
	if err := httpserver.Serve(ctx, cfg.Listen, r, 8*time.Second); err != nil {
		log.Fatal(err)
	}
}

func load(name string) (settings, error) {
	var cfg settings
	data, err := os.ReadFile(name)
	if err != nil {
		return settings{}, err
	}
	err = json.Unmarshal(data, &cfg)
	return cfg, err
}

func (s settings) label(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "^XA^FX%s^FS^FO50,50^BC^FD%s^FS^XZ\n", s.Printer, chi.URLParam(r, "number"))
}
