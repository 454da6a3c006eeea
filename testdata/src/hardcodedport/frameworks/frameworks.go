// Package main starts the servers of frameworks.
package main

import (
	"crypto/tls"
	"net"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
	echo5 "github.com/labstack/echo/v5"
	"github.com/valyala/fasthttp"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/h2c"
	"golang.org/x/net/netutil"
	"golang.org/x/sync/errgroup"
	"google.golang.org/grpc"
	"google.golang.org/grpc/test/bufconn"
)

func main() {}

func useGin() {
	r := gin.Default()
	r.Run(":9301")                           // want `port "9301" is hardcoded, so the platform cannot choose another$`
	r.Run("0.0.0.0:9302")                    // want `port "9302"`
	r.RunTLS(":9303", "cert.pem", "key.pem") // want `port "9303"`
	r.Run(":" + os.Getenv("PORT"))
	http.ListenAndServe(":9304", r)                          // want `port "9304"`
	srv := &http.Server{Addr: ":9305", Handler: r.Handler()} // want `port "9305"`
	srv.ListenAndServe()
	l, _ := net.Listen("tcp", ":9306") // want `port "9306"`
	r.RunListener(l)
}

// Without an address gin asks PORT, and takes 8080 when that is empty.
func ginReadsPort() {
	gin.New().Run()
	r := gin.Default()
	r.Run()
	r.RunUnix("/run/app.sock")
	r.RunFd(3)
	var addrs []string
	r.Run(addrs...)
}

func useEcho() {
	e := echo.New()
	e.Start(":9307")                           // want `port "9307"`
	e.Logger.Fatal(e.Start(":9308"))           // want `port "9308"`
	e.StartTLS(":9309", "cert.pem", "key.pem") // want `port "9309"`
	e.StartServer(&http.Server{Addr: ":9310"}) // want `port "9310"`
	e.Start(os.Getenv("ADDR"))
	five := echo5.New()
	five.Start(":9311")                                    // want `port "9311"`
	(echo5.StartConfig{Address: ":9312"}).Start(nil, five) // want `port "9312"`
}

func useFiber() {
	app := fiber.New()
	app.Listen(":9313")                           // want `port "9313"`
	app.ListenTLS(":9314", "cert.pem", "key.pem") // want `port "9314"`
	app.Listen(":" + os.Getenv("PORT"))
	fiber3.New().Listen(":9315", fiber3.ListenConfig{EnablePrefork: true}) // want `port "9315"`
	l, _ := net.Listen("tcp", ":9316")                                     // want `port "9316"`
	app.Listener(l)
}

func useFasthttp(h fasthttp.RequestHandler) {
	fasthttp.ListenAndServe(":9317", h) // want `port "9317"`
	s := &fasthttp.Server{Handler: h}
	s.ListenAndServe(":9318") // want `port "9318"`
	s.ListenAndServe(os.Args[1])
}

func useGRPC() {
	l, err := net.Listen("tcp", ":9319") // want `port "9319" is hardcoded, so the platform cannot choose another$`
	if err != nil {
		return
	}
	grpc.NewServer().Serve(l)
	tl, _ := tls.Listen("tcp", ":9320", &tls.Config{}) // want `port "9320"`
	grpc.NewServer().Serve(netutil.LimitListener(tl, 10))
	grpc.NewServer().Serve(bufconn.Listen(1 << 20))
	var g errgroup.Group
	g.Go(func() error {
		l, err := net.Listen("tcp", "0.0.0.0:9321") // want `port "9321"`
		if err != nil {
			return err
		}
		return grpc.NewServer().Serve(l)
	})
}

func useRouters() {
	http.ListenAndServe(":9322", mux.NewRouter())                                  // want `port "9322"`
	http.ListenAndServe(":9323", chi.NewRouter())                                  // want `port "9323"`
	http.ListenAndServe(":9324", h2c.NewHandler(chi.NewRouter(), &http2.Server{})) // want `port "9324"`
}
