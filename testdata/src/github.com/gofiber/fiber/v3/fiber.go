// Package fiber is a stub of github.com/gofiber/fiber/v3: the signatures that tests use.
package fiber

import (
	"context"
	"net"
	"time"
)

type Ctx interface {
	JSON(data any, ctype ...string) error
	SendString(body string) error
	SendStatus(status int) error
}

type Handler = func(Ctx) error

type Config struct {
	AppName     string
	ReadTimeout time.Duration
}

type Router interface {
	Get(path string, handler any, handlers ...any) Router
	Post(path string, handler any, handlers ...any) Router
	Put(path string, handler any, handlers ...any) Router
	Patch(path string, handler any, handlers ...any) Router
	Delete(path string, handler any, handlers ...any) Router
	Group(prefix string, handlers ...any) Router
}

type App struct{ config Config }

type Group struct{ Prefix string }

func New(config ...Config) *App { return &App{} }

func (app *App) Get(path string, handler any, handlers ...any) Router      { return nil }
func (app *App) Post(path string, handler any, handlers ...any) Router     { return nil }
func (app *App) Put(path string, handler any, handlers ...any) Router      { return nil }
func (app *App) Patch(path string, handler any, handlers ...any) Router    { return nil }
func (app *App) Delete(path string, handler any, handlers ...any) Router   { return nil }
func (grp *Group) Get(path string, handler any, handlers ...any) Router    { return nil }
func (grp *Group) Post(path string, handler any, handlers ...any) Router   { return nil }
func (grp *Group) Put(path string, handler any, handlers ...any) Router    { return nil }
func (grp *Group) Patch(path string, handler any, handlers ...any) Router  { return nil }
func (grp *Group) Delete(path string, handler any, handlers ...any) Router { return nil }
func (app *App) Group(prefix string, handlers ...any) Router               { return nil }
func (grp *Group) Group(prefix string, handlers ...any) Router             { return nil }

type ListenConfig struct {
	GracefulContext       context.Context
	ListenerNetwork       string
	ShutdownTimeout       time.Duration
	DisableStartupMessage bool
	EnablePrefork         bool
}

func (app *App) Listen(addr string, config ...ListenConfig) error       { return nil }
func (app *App) Listener(ln net.Listener, config ...ListenConfig) error { return nil }

func (app *App) Shutdown() error                                 { return nil }
func (app *App) ShutdownWithTimeout(timeout time.Duration) error { return nil }
func (app *App) ShutdownWithContext(ctx context.Context) error   { return nil }

type Hooks struct{ n int }

type OnPostShutdownHandler = func(error) error

func (app *App) Hooks() *Hooks                                   { return nil }
func (h *Hooks) OnPostShutdown(handler ...OnPostShutdownHandler) {}
