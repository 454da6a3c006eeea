// Command lambda serves by itself only on the laptop.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func handle(context.Context) error { return nil }

func main() {
	if os.Getenv("AWS_LAMBDA_RUNTIME_API") == "" {
		srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
		srv.ListenAndServe()
		http.ListenAndServe(":8080", http.FileServer(http.Dir(".")))
		return
	}
	lambda.Start(handle)
}
