// Package main starts servers whose address their constructors choose when no
// option does.
package main

import (
	"net"
	"os"
	"time"

	"github.com/charmbracelet/wish"
	"github.com/cloudwego/hertz/pkg/app/server"
	"github.com/cloudwego/hertz/pkg/common/config"
	kitex "github.com/cloudwego/kitex/server"
	"github.com/go-fuego/fuego"
)

func main() {}

func nothingChosen() {
	server.Default().Spin() // want `port "8888" is hardcoded: \(\*server.Hertz\).Spin listens on it by default, so the platform cannot choose another$`
}

func otherOptions() {
	h := server.New(server.WithExitWaitTime(3 * time.Second))
	h.Spin() // want `port "8888"`
}

// Run is a method of what a Hertz embeds.
func embeddedEngine() {
	h := server.Default()
	_ = h.Run() // want `port "8888"`
}

type app struct{ web *server.Hertz }

func newApp() *app { return &app{web: server.Default()} }

func (a *app) start() {
	a.web.Spin() // want `port "8888"`
}

func startAll() { newApp().start() }

func chosen(l net.Listener) {
	server.Default(server.WithHostPorts(":9501")).Spin() // want `port "9501"`
	server.Default(server.WithHostPorts(os.Getenv("ADDR"))).Spin()
	server.Default(server.WithListener(l)).Spin()
	// Something else than tcp may have no port.
	server.Default(server.WithNetwork("unix")).Spin()
}

// Options from elsewhere may choose.
func handedIn(opts []config.Option, one config.Option) {
	server.Default(opts...).Spin()
	server.Default(one).Spin()
	server.Default(fromEnv()).Spin()
	server.Default(config.Option{F: func(o *config.Options) { o.Addr = os.Getenv("ADDR") }}).Spin()
}

func fromEnv() config.Option { return server.WithHostPorts(os.Getenv("ADDR")) }

func madeElsewhere(h *server.Hertz) { h.Spin() }

// One of two ways leaves the address to the environment.
func either(fixed bool) {
	h := server.Default(server.WithHostPorts(os.Getenv("ADDR")))
	if fixed {
		h = server.Default()
	}
	h.Spin()
}

func useKitex() {
	svr := kitex.NewServer()
	_ = svr.Run() // want `port "8888"`
	addr, _ := net.ResolveTCPAddr("tcp", os.Getenv("ADDR"))
	_ = kitex.NewServer(kitex.WithServiceAddr(addr)).Run()
}

func useFuego() {
	s := fuego.NewServer(fuego.WithoutLogger())
	_ = s.Run() // want `port "9999"`
	_ = fuego.NewServer(fuego.WithAddr(os.Getenv("ADDR"))).Run()
}

// Port 22 is ssh's own.
func useWish() {
	s, err := wish.NewServer(wish.WithHostKeyPath("key"))
	if err == nil {
		_ = s.ListenAndServe()
	}
}
