// Package main takes its addresses from tags, with defaults that cannot be
// used together.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"portconflict/tags/mgmt"
	"portconflict/tags/plugin"
)

var opts struct {
	Plugin struct {
		Enabled bool   `long:"enabled" env:"ENABLED"`
		Listen  string `long:"listen" env:"LISTEN" default:"127.0.0.1:8081"`
	} `group:"plugin"`
	Management struct {
		Enabled bool   `long:"enabled" env:"ENABLED"`
		Listen  string `long:"listen" env:"LISTEN" default:"0.0.0.0:8081"`
	} `group:"mgmt"`
}

type runner interface{ Name() string }

type config struct{ Plugins, Metrics runner }

func main() {
	if err := json.NewDecoder(os.Stdin).Decode(&opts); err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	run(&config{
		Metrics: makeMetrics(ctx),
		Plugins: makePlugins(ctx),
	})
}

func run(*config) { select {} }

func makePlugins(ctx context.Context) runner {
	if !opts.Plugin.Enabled {
		return nil
	}
	conductor := &plugin.Conductor{Address: opts.Plugin.Listen}
	go func() {
		if err := conductor.Run(ctx); err != nil {
			log.Printf("plugins: %v", err)
		}
	}()
	return conductor
}

func makeMetrics(ctx context.Context) runner {
	if !opts.Management.Enabled {
		return nil
	}
	srv := &mgmt.Server{Listen: opts.Management.Listen} // want `port "8081" is that of \(\*http.Server\).ListenAndServe at tags.go:49, too`
	go func() {
		if err := srv.Run(ctx); err != nil {
			log.Printf("management: %v", err)
		}
	}()
	return srv
}
