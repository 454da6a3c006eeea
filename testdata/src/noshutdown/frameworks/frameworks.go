// Package frameworks starts the servers of web frameworks.
package frameworks

import (
	"context"
	"net"
	"net/http"

	"github.com/gin-gonic/gin"
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v3"
	echo4 "github.com/labstack/echo/v4"
	"github.com/labstack/echo/v5"
	"github.com/valyala/fasthttp"
)

func ginRun() error {
	r := gin.Default()
	return r.Run(":8080") // want `\(\*gin\.Engine\)\.Run gives no handle`
}

func ginRunPort() error {
	return gin.Default().Run() // want `\(\*gin\.Engine\)\.Run gives no handle`
}

func ginRunTLS() error {
	return gin.New().RunTLS(":8443", "cert.pem", "key.pem") // want `\(\*gin\.Engine\)\.RunTLS gives no handle`
}

func ginRunListener(l net.Listener) error {
	return gin.New().RunListener(l) // want `\(\*gin\.Engine\)\.RunListener gives no handle`
}

func ginRunUnix() error {
	return gin.New().RunUnix("/run/app.sock")
}

func ginServer() error {
	srv := &http.Server{Addr: ":8080", Handler: gin.Default()}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func ginServerStopped(ctx context.Context) error {
	r := gin.Default()
	srv := &http.Server{Addr: ":8080", Handler: r.Handler()}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func echoStart() error {
	e := echo4.New()
	return e.Start(":1323") // want `the server started by \(\*echo\.Echo\)\.Start is never stopped by Shutdown`
}

func echoStartStopped(ctx context.Context) {
	e := echo4.New()
	go func() {
		if err := e.Start(":1323"); err != nil && err != http.ErrServerClosed {
			e.Logger.Fatal("shutting down the server")
		}
	}()
	<-ctx.Done()
	if err := e.Shutdown(context.Background()); err != nil {
		e.Logger.Fatal(err)
	}
}

func echoClosed(ctx context.Context) error {
	e := echo4.New()
	context.AfterFunc(ctx, func() { e.Close() })
	return e.StartTLS(":1323", "cert.pem", "key.pem") // want `the server started by \(\*echo\.Echo\)\.StartTLS is only stopped abruptly \(Close\), never by Shutdown`
}

// The signals are echo's own business since version 5.
func echo5Start() error {
	return echo.New().Start(":1323")
}

func echo5Config(ctx context.Context) error {
	return echo.StartConfig{Address: ":1323"}.Start(ctx, echo.New())
}

func fiberListen() error {
	app := fiber2.New()
	return app.Listen(":3000") // want `the server started by \(\*fiber\.App\)\.Listen is never stopped by Shutdown`
}

func fiberListenStopped(ctx context.Context) error {
	app := fiber2.New()
	context.AfterFunc(ctx, func() { app.Shutdown() })
	return app.Listen(":3000")
}

func fiberListenTimeout(ctx context.Context) error {
	app := fiber2.New()
	context.AfterFunc(ctx, func() { app.ShutdownWithTimeout(5) })
	return app.Listen(":3000")
}

func fiber3Listen() error {
	app := fiber.New()
	return app.Listen(":3000") // want `the server started by \(\*fiber\.App\)\.Listen is never stopped by Shutdown`
}

func fiber3ListenStopped(ctx context.Context) error {
	app := fiber.New()
	context.AfterFunc(ctx, func() { app.ShutdownWithContext(context.Background()) })
	return app.Listen(":3000")
}

func fasthttpFunc() error {
	return fasthttp.ListenAndServe(":8080", nil) // want "fasthttp.ListenAndServe gives no handle"
}

func fasthttpServe(l net.Listener) error {
	return fasthttp.Serve(l, func(*fasthttp.RequestCtx) {}) // want "fasthttp.Serve gives no handle"
}

func fasthttpServer() error {
	srv := &fasthttp.Server{Handler: func(*fasthttp.RequestCtx) {}}
	return srv.ListenAndServe(":8080") // want `the server started by \(\*fasthttp\.Server\)\.ListenAndServe is never stopped by Shutdown`
}

func fasthttpServerStopped(ctx context.Context) error {
	srv := &fasthttp.Server{Handler: func(*fasthttp.RequestCtx) {}}
	context.AfterFunc(ctx, func() { srv.ShutdownWithContext(context.Background()) })
	return srv.ListenAndServe(":8080")
}
