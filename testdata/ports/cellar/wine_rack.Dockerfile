FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /wine_rack ./cmd/wine_rack

FROM gcr.io/distroless/static-debian12
COPY --from=build /wine_rack /wine_rack
EXPOSE 8700
ENTRYPOINT ["/wine_rack"]
