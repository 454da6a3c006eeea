// Package fiber is a stub of github.com/gofiber/fiber/v2: the signatures that tests use.
package fiber

import (
	"context"
	"net"
	"time"
)

type Ctx struct{ path string }

func (c *Ctx) JSON(data interface{}, ctype ...string) error { return nil }
func (c *Ctx) SendString(body string) error                 { return nil }
func (c *Ctx) SendStatus(status int) error                  { return nil }

type Handler = func(*Ctx) error

type Config struct {
	AppName     string
	ReadTimeout time.Duration
	Network     string
	Prefork     bool
}

type Router interface {
	Get(path string, handlers ...Handler) Router
	Post(path string, handlers ...Handler) Router
	Put(path string, handlers ...Handler) Router
	Patch(path string, handlers ...Handler) Router
	Delete(path string, handlers ...Handler) Router
	Group(prefix string, handlers ...Handler) Router
}

type App struct{ config Config }

type Group struct{ Prefix string }

func New(config ...Config) *App { return &App{} }

func (app *App) Get(path string, handlers ...Handler) Router       { return nil }
func (app *App) Post(path string, handlers ...Handler) Router      { return nil }
func (app *App) Put(path string, handlers ...Handler) Router       { return nil }
func (app *App) Patch(path string, handlers ...Handler) Router     { return nil }
func (app *App) Delete(path string, handlers ...Handler) Router    { return nil }
func (grp *Group) Get(path string, handlers ...Handler) Router     { return nil }
func (grp *Group) Post(path string, handlers ...Handler) Router    { return nil }
func (grp *Group) Put(path string, handlers ...Handler) Router     { return nil }
func (grp *Group) Patch(path string, handlers ...Handler) Router   { return nil }
func (grp *Group) Delete(path string, handlers ...Handler) Router  { return nil }
func (app *App) Group(prefix string, handlers ...Handler) Router   { return nil }
func (grp *Group) Group(prefix string, handlers ...Handler) Router { return nil }

func (app *App) Listen(addr string) error                       { return nil }
func (app *App) ListenTLS(addr, certFile, keyFile string) error { return nil }
func (app *App) Listener(ln net.Listener) error                 { return nil }

func (app *App) Shutdown() error                                 { return nil }
func (app *App) ShutdownWithTimeout(timeout time.Duration) error { return nil }
func (app *App) ShutdownWithContext(ctx context.Context) error   { return nil }
