// Command urfave3never has sources for another flag.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/urfave/cli/v3"
)

func main() {
	cmd := &cli.Command{
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "addr", Value: ":8080"},
			&cli.StringFlag{Name: "redis", Sources: cli.EnvVars("REDIS_ADDR")},
		},
		Action: func(_ context.Context, cmd *cli.Command) error {
			println(cmd.String("redis"))
			return http.ListenAndServe(cmd.String("addr"), http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
		},
	}
	cmd.Run(context.Background(), os.Args)
}
