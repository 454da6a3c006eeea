// Package main hands methods of another package on, which others call.
package main

import (
	"os"

	"golang.org/x/sync/errgroup"

	"hardcodedport/handedon/web"
)

func main() {
	var g errgroup.Group
	g.Go(web.New(":8151").Run) // want `port "8151" is hardcoded`
	g.Go(web.New(os.Getenv("ADDR")).Run)
	app := &web.App{Addr: ":8152"} // want `port "8152" is hardcoded`
	g.Go(app.Run)
	other := &web.App{Addr: os.Getenv("APP_ADDR")}
	g.Go(other.Run)
	g.Wait()
}
